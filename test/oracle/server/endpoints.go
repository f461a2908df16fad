// What a kube-apiserver of this minor serves without flags: the registries of all its groups, over a storage that keeps nothing.
// https://github.com/kubernetes/kubernetes/blob/master/pkg/controlplane/instance.go
package main

import (
	"runtime/debug"
	"sort"
	"strconv"
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/endpoints"
	"k8s.io/apiserver/pkg/endpoints/deprecation"
	"k8s.io/apiserver/pkg/registry/rest"
	genericapiserver "k8s.io/apiserver/pkg/server"
)

// An endpoint takes the POSTs of one kind in one version.
type endpoint struct {
	gvk        schema.GroupVersionKind
	resource   string
	namespaced bool
	store      rest.Creater
	decoder    runtime.Decoder
	encoder    runtime.Encoder
	warnings   []string
}

type kind struct {
	APIVersion string `json:"apiVersion"`
	Kind       string `json:"kind"`
	Resource   string `json:"resource"`
	Namespaced bool   `json:"namespaced"`
}

var served = map[schema.GroupVersionKind]endpoint{}

// minor is that of the server whose code this is: 28 of 1.28.15.
var minor = func() int {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, module := range info.Deps {
			if parts := strings.Split(module.Version, "."); module.Path == "k8s.io/kubernetes" && len(parts) > 1 {
				if n, err := strconv.Atoi(parts[1]); err == nil {
					return n
				}
			}
		}
	}
	panic("built without the module k8s.io/kubernetes")
}()

// serve takes in every resource of a group that can be created, as the installer of the generic server does.
func serve(group genericapiserver.APIGroupInfo) {
	info, ok := runtime.SerializerInfoForMediaType(group.NegotiatedSerializer.SupportedMediaTypes(), runtime.ContentTypeJSON)
	if !ok {
		panic("no JSON serializer")
	}
	name := group.PrioritizedVersions[0].Group
	for version, storages := range group.VersionedResourcesStorageMap {
		gv := schema.GroupVersion{Group: name, Version: version}
		for resource, storage := range storages {
			creater, ok := storage.(rest.Creater)
			if !ok || strings.Contains(resource, "/") {
				continue
			}
			gvk, err := endpoints.GetResourceKind(gv, storage, group.Scheme)
			if err != nil {
				panic(err)
			}
			versioned, err := group.Scheme.New(gvk)
			if err != nil {
				panic(err)
			}
			if removed(versioned) {
				continue
			}
			versioned.GetObjectKind().SetGroupVersionKind(gvk)
			var warnings []string
			if deprecation.IsDeprecated(versioned, 1, minor) {
				warnings = append(warnings, deprecation.WarningMessage(versioned))
			}
			served[gvk] = endpoint{
				gvk:        gvk,
				resource:   resource,
				namespaced: storage.(rest.Scoper).NamespaceScoped(),
				store:      creater,
				decoder:    group.NegotiatedSerializer.DecoderToVersion(info.StrictSerializer, runtime.InternalGroupVersioner),
				encoder:    group.NegotiatedSerializer.EncoderForVersion(info.Serializer, gv),
				warnings:   warnings,
			}
		}
	}
}

// removed tells whether the kind is still in the code but no longer served, as deleted_kinds.go of the generic server decides.
func removed(object runtime.Object) bool {
	lifecycle, ok := object.(interface{ APILifecycleRemoved() (major, minor int) })
	if !ok {
		return false
	}
	major, until := lifecycle.APILifecycleRemoved()
	return major == 1 && until <= minor
}

func kinds() answer {
	all := []kind{}
	for gvk, e := range served {
		all = append(all, kind{gvk.GroupVersion().String(), gvk.Kind, e.resource, e.namespaced})
	}
	sort.Slice(all, func(i, j int) bool {
		a, b := all[i], all[j]
		return a.APIVersion < b.APIVersion || a.APIVersion == b.APIVersion && a.Kind < b.Kind
	})
	return answer{OK: true, Kinds: all}
}
