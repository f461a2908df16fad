// The groups, with the registries that the server has for them. apiserverinternal and storagemigration are never served by default.
package main

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	crdv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	crdv1beta1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1"
	crdserver "k8s.io/apiextensions-apiserver/pkg/apiserver"
	crd "k8s.io/apiextensions-apiserver/pkg/registry/customresourcedefinition"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/authorization/authorizerfactory"
	"k8s.io/apiserver/pkg/registry/generic"
	"k8s.io/apiserver/pkg/registry/rest"
	genericapiserver "k8s.io/apiserver/pkg/server"
	serverstorage "k8s.io/apiserver/pkg/server/storage"
	"k8s.io/client-go/kubernetes"
	restclient "k8s.io/client-go/rest"
	apiservicev1 "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
	apiservicev1beta1 "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1beta1"
	aggregatorscheme "k8s.io/kube-aggregator/pkg/apiserver/scheme"
	apiservice "k8s.io/kube-aggregator/pkg/registry/apiservice/rest"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/controlplane"
	admissionregistration "k8s.io/kubernetes/pkg/registry/admissionregistration/rest"
	apps "k8s.io/kubernetes/pkg/registry/apps/rest"
	authentication "k8s.io/kubernetes/pkg/registry/authentication/rest"
	authorization "k8s.io/kubernetes/pkg/registry/authorization/rest"
	autoscaling "k8s.io/kubernetes/pkg/registry/autoscaling/rest"
	batch "k8s.io/kubernetes/pkg/registry/batch/rest"
	coordination "k8s.io/kubernetes/pkg/registry/coordination/rest"
	discovery "k8s.io/kubernetes/pkg/registry/discovery/rest"
	events "k8s.io/kubernetes/pkg/registry/events/rest"
	flowcontrol "k8s.io/kubernetes/pkg/registry/flowcontrol/rest"
	networking "k8s.io/kubernetes/pkg/registry/networking/rest"
	node "k8s.io/kubernetes/pkg/registry/node/rest"
	policy "k8s.io/kubernetes/pkg/registry/policy/rest"
	rbac "k8s.io/kubernetes/pkg/registry/rbac/rest"
	scheduling "k8s.io/kubernetes/pkg/registry/scheduling/rest"
	storage "k8s.io/kubernetes/pkg/registry/storage/rest"
)

type provider interface {
	GroupName() string
	NewRESTStorage(serverstorage.APIResourceConfigSource, generic.RESTOptionsGetter) (genericapiserver.APIGroupInfo, error)
}

// Whoever asks may do everything; a review says so.
var authorizer = authorizerfactory.NewAlwaysAllowAuthorizer()

// A cluster in which every Namespace is there and has no labels (asked for by the rules of ResourceClaims), and nothing else is.
type emptyCluster struct{}

func (emptyCluster) RoundTrip(request *http.Request) (*http.Response, error) {
	code, body := http.StatusNotFound, `{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404}`
	if name, ok := strings.CutPrefix(request.URL.Path, "/api/v1/namespaces/"); ok && !strings.Contains(name, "/") {
		code, body = http.StatusOK, fmt.Sprintf(`{"kind":"Namespace","apiVersion":"v1","metadata":{"name":%q}}`, name)
	}
	return &http.Response{
		StatusCode: code,
		Header:     http.Header{"Content-Type": {"application/json"}},
		Body:       io.NopCloser(strings.NewReader(body)),
		Request:    request,
	}, nil
}

var client = kubernetes.NewForConfigOrDie(&restclient.Config{Host: "http://nowhere", Transport: emptyCluster{}})

// The flag --event-ttl.
const eventTTL = time.Hour

func init() {
	config := controlplane.DefaultAPIResourceConfigSource()
	for _, p := range []provider{
		core{},
		authentication.RESTStorageProvider{},
		authorization.RESTStorageProvider{Authorizer: authorizer, RuleResolver: authorizer},
		autoscaling.RESTStorageProvider{},
		batch.RESTStorageProvider{},
		certificates,
		coordination.RESTStorageProvider{},
		discovery.StorageProvider{},
		networking.RESTStorageProvider{},
		node.RESTStorageProvider{},
		policy.RESTStorageProvider{},
		rbac.RESTStorageProvider{Authorizer: authorizer},
		scheduling.RESTStorageProvider{},
		storage.RESTStorageProvider{},
		flowcontrol.RESTStorageProvider{},
		apps.StorageProvider{},
		admissionregistration.RESTStorageProvider{Authorizer: authorizer, DiscoveryClient: client.Discovery()},
		events.RESTStorageProvider{TTL: eventTTL},
		resources,
	} {
		group, err := p.NewRESTStorage(config, stored(p.GroupName()))
		if err != nil {
			panic(err)
		}
		if len(group.VersionedResourcesStorageMap) > 0 {
			serve(group)
		}
	}

	definitions, err := crd.NewREST(crdserver.Scheme, over(crdserver.Codecs.LegacyCodec(crdv1beta1.SchemeGroupVersion, crdv1.SchemeGroupVersion)))
	if err != nil {
		panic(err)
	}
	group := genericapiserver.NewDefaultAPIGroupInfo(apiextensions.GroupName, crdserver.Scheme, metav1.ParameterCodec, crdserver.Codecs)
	group.VersionedResourcesStorageMap["v1"] = map[string]rest.Storage{"customresourcedefinitions": definitions}
	serve(group)

	aggregator := serverstorage.NewResourceConfig()
	aggregator.EnableVersions(apiservicev1.SchemeGroupVersion)
	serve(apiservice.NewRESTStorage(aggregator,
		over(aggregatorscheme.Codecs.LegacyCodec(apiservicev1.SchemeGroupVersion, apiservicev1beta1.SchemeGroupVersion)), false))
}

// stored is where the objects of a group go: in protobuf, as on a server, since what goes through it loses the difference between an
// empty list and none; each in the first version that has its kind.
func stored(group string) generic.RESTOptions {
	info, ok := runtime.SerializerInfoForMediaType(legacyscheme.Codecs.SupportedMediaTypes(), runtime.ContentTypeProtobuf)
	if !ok {
		panic("no protobuf serializer")
	}
	versions := schema.GroupVersions(legacyscheme.Scheme.PrioritizedVersionsForGroup(group))
	encoder := legacyscheme.Codecs.EncoderForVersion(info.Serializer, versions)
	decoder := legacyscheme.Codecs.DecoderToVersion(info.Serializer, runtime.InternalGroupVersioner)
	return over(runtime.NewCodec(encoder, decoder))
}
