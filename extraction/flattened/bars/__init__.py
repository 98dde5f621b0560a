"""Tables whose cells are parted by marks: bars, tabs, commas. Not here: blanks."""
