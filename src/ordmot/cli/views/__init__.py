"""What the commands show, one file a command; `as_data` is the same for programs."""
