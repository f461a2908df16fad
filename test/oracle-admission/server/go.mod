// What it requires is what the oracle requires: ../../oracle/server/modules. This file only marks the module.
module cdk8s-kam/test/oracle-admission/server

go 1.26.0
