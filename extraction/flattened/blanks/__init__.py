"""Tables whose cells are parted by blanks. Not here: bars, a cell a line."""
