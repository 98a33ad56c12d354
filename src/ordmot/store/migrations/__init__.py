"""How a case file becomes one that this version reads; run by `ordmot.store`, offline."""
