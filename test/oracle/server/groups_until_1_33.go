//go:build !since_1_34

package main

import (
	certificate "k8s.io/kubernetes/pkg/registry/certificates/rest"
	resource "k8s.io/kubernetes/pkg/registry/resource/rest"
)

var certificates = certificate.RESTStorageProvider{}

// None of this group is served by default before 1.34.
var resources = resource.RESTStorageProvider{}
