// What each minor of Kubernetes requires is in modules/, written by scripts/generate-go-modules.ts; this file only marks the module.
module cdk8s-kam/test/oracle/server

go 1.26.0
