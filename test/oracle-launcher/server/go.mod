module cdk8s-kam/test/oracle-launcher/server

go 1.20
