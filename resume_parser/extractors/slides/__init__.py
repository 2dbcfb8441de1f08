"""What the formats of slides share: shapes with their place, and how they make pages."""
