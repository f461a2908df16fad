# KCL's own verdict: each line of standard input is the list of a stack's sources, as JSON; the answer is a line with what KCL makes of
# them, or with its error. Every schema that is asked for is there, and takes everything.
import json, os, re, sys, tempfile
import kcl_lib.api as api

root = tempfile.mkdtemp()
schemas = {
    "kam/workload": ["Job", "Service"],
    "kam/workload/container": ["Container", "FileSpec"],
    "kam/workload/container/lifecycle": ["Lifecycle"],
    "kam/workload/container/probe": ["Exec", "Http", "Probe", "Tcp"],
    "kam/workload/secret": ["Secret"],
}
for package, names in schemas.items():
    os.makedirs(os.path.join(root, package), exist_ok=True)
    with open(os.path.join(root, package, "all.k"), "w") as file:
        for name in names:
            file.write("schema %s:\n    [...str]: any\n" % name)
with open(os.path.join(root, "kcl.mod"), "w") as file:
    file.write('[package]\nname = "judged"\n')

kcl = api.API()
for line in sys.stdin:
    files = []
    for index, source in enumerate(json.loads(line)):
        file = os.path.join(root, "f%d.k" % index)
        with open(file, "w", newline="") as out:
            out.write(source)
        files.append(file)
    try:
        result = kcl.exec_program(
            api.ExecProgramArgs(k_filename_list=files, work_dir=root, include_schema_type_path=True)
        )
        answer = {"error": result.err_message} if result.err_message else {"json": result.json_result}
    except Exception as error:
        answer = {"error": str(error)}
    if "error" in answer:
        answer["error"] = re.sub("\x1b\\[[0-9;]*m", "", answer["error"])
    print(json.dumps(answer), flush=True)
