"""Runs a notebook on the .NET kernel, from its top, some times in one session: SOURCE TARGET FOLDER TIMES."""
import copy
import sys

import nbclient
import nbformat

source, target, folder, times = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
for cell in notebook.cells:
    if cell.cell_type == "code":
        cell.outputs = []
        cell.execution_count = None
first = notebook.cells
notebook.cells = []
for time in range(int(times)):
    for cell in copy.deepcopy(first):
        cell.id = f"{time}-{cell.id}"[:64]
        notebook.cells.append(cell)
notebook.metadata.kernelspec = {"name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#"}
client = nbclient.NotebookClient(
    notebook, kernel_name=".net-csharp", timeout=300, startup_timeout=120, allow_errors=True, resources={"metadata": {"path": folder}}
)
client.execute()
nbformat.write(notebook, target)
