"""`python -m sozialamt.cli` is the command `sozialamt`."""

import sys

from sozialamt.cli import main

sys.exit(main())
