"""The rules: every module of this folder is imported, so a new rule is named in its own alone.

They come in the order of the modules' names, those that another builds on before it.
"""

import importlib
import pkgutil

for module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{module.name}")
