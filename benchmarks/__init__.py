"""What the parser is worth: accuracy and speed on the fixtures, the gate that keeps them, and the README made from them."""
