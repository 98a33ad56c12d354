"""The same as the command `ordmot`: `python -m ordmot gaps`."""

from ordmot.cli import main

if __name__ == "__main__":
    main()
