# The checks of the documentation find what they should; the site builds, and has every page in both languages.
need python3 node npm
counted plain scripts/test/documents.py
scripts/build.sh docs
counted plain scripts/test/site.py
