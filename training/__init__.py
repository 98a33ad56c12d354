"""How the shipped reader is made: backbone, data, joint training, export, evaluation."""
