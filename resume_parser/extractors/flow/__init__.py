"""What the formats without page geometry share: paragraphs, their lines, and how they make blocks and pages."""
