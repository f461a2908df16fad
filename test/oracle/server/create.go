// The create request of the API server: strict decoding, defaulting, the registry's strategy and allocators, and the stored form, as
// k8s.io/apiserver/pkg/endpoints/handlers/create.go runs them for fieldValidation=Strict. Left out: authorization, admission plugins
// (those that are on by default judge an object by what is in the cluster, but for the priority and the overhead of a Pod and the
// subject of a CertificateSigningRequest), managed fields, etcd's own limit of about 1.5 MiB.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/api/equality"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/endpoints/handlers"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
)

// The default of the server's MaxRequestBodyBytes.
const bodyLimit = 3 * 1024 * 1024

type warnings struct{ texts []string }

func (w *warnings) AddWarning(_, text string) { w.texts = append(w.texts, text) }

// create answers a POST of the text. With dryRun it is the answer to ?dryRun=All, which does not see the range of node ports and a
// stated resourceVersion.
func create(body []byte, dryRun bool) answer {
	if len(body) > bodyLimit {
		err := apierrors.NewRequestEntityTooLargeError(fmt.Sprintf("limit is %d", bodyLimit))
		return refused(err, http.StatusRequestEntityTooLarge)
	}
	e, err := endpointOf(body)
	if apierrors.IsBadRequest(err) {
		return refused(err, http.StatusBadRequest)
	}
	if err != nil {
		return answer{Code: 404, Errors: []violation{{Type: "UnknownKind", Message: err.Error()}}}
	}
	obj, gvk, err := e.decoder.Decode(body, &e.gvk, e.store.New())
	if err != nil {
		return refused(err, http.StatusBadRequest)
	}
	if gvk.GroupVersion() != e.gvk.GroupVersion() {
		return refused(fmt.Errorf("the API version in the data (%s) does not match the expected API version (%v)",
			gvk.GroupVersion(), e.gvk.GroupVersion()), http.StatusBadRequest)
	}
	object, err := meta.Accessor(obj)
	if err != nil {
		return refused(err, http.StatusBadRequest)
	}
	namespace := ""
	if e.namespaced {
		namespace = object.GetNamespace()
		if namespace == "" {
			namespace = metav1.NamespaceDefault
		}
	} else if e.gvk.GroupKind() == (schema.GroupKind{Kind: "Namespace"}) {
		namespace = object.GetName()
	}
	rest.WipeObjectMetaSystemFields(object)
	if err := rest.EnsureObjectNamespaceMatchesRequestNamespace(rest.ExpectedNamespaceForScope(namespace, e.namespaced), object); err != nil {
		return refused(err, http.StatusInternalServerError)
	}
	heard := &warnings{texts: slices.Clone(e.warnings)}
	owners, doubled := distinct(object.GetOwnerReferences())
	if len(doubled) > 0 {
		heard.AddWarning("", fmt.Sprintf(handlers.DuplicateOwnerReferencesWarningFormat, strings.Join(doubled, ", ")))
	}
	object.SetOwnerReferences(owners)
	// The server's field manager writes these anew, whatever was sent.
	object.SetManagedFields(nil)

	ctx := request.WithNamespace(context.Background(), namespace)
	ctx = request.WithUser(ctx, &user.DefaultInfo{Name: "admin", Groups: []string{user.SystemPrivilegedGroup, user.AllAuthenticated}})
	ctx = warning.WithWarningRecorder(ctx, heard)
	prefix := "apis"
	if e.gvk.Group == "" {
		prefix = "api"
	}
	ctx = request.WithRequestInfo(ctx, &request.RequestInfo{
		IsResourceRequest: true, Verb: "create", APIPrefix: prefix, APIGroup: e.gvk.Group, APIVersion: e.gvk.Version,
		Namespace: namespace, Resource: e.resource,
	})
	options := &metav1.CreateOptions{FieldValidation: metav1.FieldValidationStrict}
	if dryRun {
		options.DryRun = []string{metav1.DryRunAll}
	}

	stored, err := e.store.Create(ctx, obj, rest.ValidateAllObjectFunc, options)
	if err != nil {
		return refused(err, http.StatusInternalServerError)
	}
	var text bytes.Buffer
	if err := e.encoder.Encode(stored, &text); err != nil {
		return refused(err, http.StatusInternalServerError)
	}
	return answer{OK: true, Code: 201, Warnings: heard.texts, Object: bytes.TrimSpace(text.Bytes())}
}

// distinct leaves out each owner that is the same in every field as one before it, as the server does when it takes a request, and names
// the UIDs of those.
func distinct(owners []metav1.OwnerReference) (kept []metav1.OwnerReference, doubled []string) {
	for _, owner := range owners {
		same := func(other metav1.OwnerReference) bool { return equality.Semantic.DeepEqual(owner, other) }
		if slices.ContainsFunc(kept, same) {
			doubled = append(doubled, string(owner.UID))
		} else {
			kept = append(kept, owner)
		}
	}
	return kept, doubled
}

// endpointOf finds where a client would post the object to. Only the first two levels are looked at, so that the decoder is the judge
// of everything else.
func endpointOf(body []byte) (endpoint, error) {
	var head struct {
		APIVersion any `json:"apiVersion"`
		Kind       any `json:"kind"`
	}
	if err := json.Unmarshal(body, &head); err != nil {
		return endpoint{}, apierrors.NewBadRequest(err.Error())
	}
	gv, err := schema.ParseGroupVersion(fmt.Sprint(head.APIVersion))
	if err != nil {
		return endpoint{}, err
	}
	e, ok := served[gv.WithKind(fmt.Sprint(head.Kind))]
	if !ok {
		return endpoint{}, fmt.Errorf("no kind %v in %v is known to the oracle", head.Kind, head.APIVersion)
	}
	return e, nil
}

var strictProblem = regexp.MustCompile(`^(unknown|duplicate) field "(.*)"$`)

func refused(err error, code int) answer {
	a := answer{Code: code}
	if strict, ok := runtime.AsStrictDecodingError(err); ok {
		for _, one := range strict.Errors() {
			v := violation{Type: "Strict", Message: one.Error()}
			if m := strictProblem.FindStringSubmatch(one.Error()); m != nil {
				v.Field = m[2]
				v.Type = map[string]string{"unknown": "UnknownField", "duplicate": "DuplicateField"}[m[1]]
			}
			a.Errors = append(a.Errors, v)
		}
		return a
	}
	var status apierrors.APIStatus
	if errors.As(err, &status) {
		s := status.Status()
		a.Code = int(s.Code)
		if s.Details != nil {
			for _, c := range s.Details.Causes {
				a.Errors = append(a.Errors, violation{Field: c.Field, Type: string(c.Type), Message: c.Message})
			}
		}
		if len(a.Errors) == 0 {
			a.Errors = []violation{{Type: string(s.Reason), Message: s.Message}}
		}
		return a
	}
	a.Errors = []violation{{Type: http.StatusText(code), Message: err.Error()}}
	return a
}
