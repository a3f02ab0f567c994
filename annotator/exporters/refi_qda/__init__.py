"""REFI-QDA: projects and codebooks for ATLAS.ti, NVivo, MAXQDA, QualCoder."""
