// The create request of the API server: strict decoding, defaulting, the registry's strategy and allocators, and the stored form, as
// k8s.io/apiserver/pkg/endpoints/handlers/create.go runs them for fieldValidation=Strict. Left out: authorization, admission plugins
// (none that is on by default refuses these kinds), managed fields, etcd's own limit of about 1.5 MiB.
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
	"sync"

	"k8s.io/apimachinery/pkg/api/equality"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
)

// The default of the server's MaxRequestBodyBytes.
const bodyLimit = 3 * 1024 * 1024

type endpoint struct {
	gvk      schema.GroupVersionKind
	resource string
	store    rest.Creater
	decoder  runtime.Decoder
	encoder  runtime.Encoder
	lock     *sync.Mutex
}

var endpoints = map[schema.GroupVersionKind]endpoint{}

func serve(group, kind, resource string, store rest.Creater, err error) {
	if err != nil {
		panic(err)
	}
	gvk := schema.GroupVersionKind{Group: group, Version: "v1", Kind: kind}
	info, ok := runtime.SerializerInfoForMediaType(legacyscheme.Codecs.SupportedMediaTypes(), runtime.ContentTypeJSON)
	if !ok {
		panic("no JSON serializer")
	}
	endpoints[gvk] = endpoint{
		gvk:      gvk,
		resource: resource,
		store:    store,
		decoder:  legacyscheme.Codecs.DecoderToVersion(info.StrictSerializer, runtime.InternalGroupVersioner),
		encoder:  legacyscheme.Codecs.EncoderForVersion(info.Serializer, gvk.GroupVersion()),
		lock:     &sync.Mutex{},
	}
}

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
	if object.GetNamespace() == "" {
		object.SetNamespace(metav1.NamespaceDefault)
	}
	rest.WipeObjectMetaSystemFields(object)
	object.SetOwnerReferences(distinct(object.GetOwnerReferences()))
	// The server's field manager writes these anew, whatever was sent.
	object.SetManagedFields(nil)

	heard := &warnings{}
	ctx := request.WithNamespace(context.Background(), object.GetNamespace())
	ctx = warning.WithWarningRecorder(ctx, heard)
	ctx = request.WithRequestInfo(ctx, &request.RequestInfo{
		IsResourceRequest: true, Verb: "create", APIPrefix: "apis", APIGroup: e.gvk.Group, APIVersion: e.gvk.Version,
		Namespace: object.GetNamespace(), Resource: e.resource,
	})
	options := &metav1.CreateOptions{FieldValidation: metav1.FieldValidationStrict}
	if dryRun {
		options.DryRun = []string{metav1.DryRunAll}
	}

	stored, err := e.create(ctx, obj, options)
	if err != nil {
		return refused(err, http.StatusInternalServerError)
	}
	var text bytes.Buffer
	if err := e.encoder.Encode(stored, &text); err != nil {
		return refused(err, http.StatusInternalServerError)
	}
	return answer{OK: true, Code: 201, Warnings: heard.texts, Object: bytes.TrimSpace(text.Bytes())}
}

// distinct leaves out each owner that is the same in every field as one before it, as the server does when it takes a request.
func distinct(owners []metav1.OwnerReference) []metav1.OwnerReference {
	var kept []metav1.OwnerReference
	for _, owner := range owners {
		same := func(other metav1.OwnerReference) bool { return equality.Semantic.DeepEqual(owner, other) }
		if !slices.ContainsFunc(kept, same) {
			kept = append(kept, owner)
		}
	}
	return kept
}

func (e endpoint) create(ctx context.Context, obj runtime.Object, options *metav1.CreateOptions) (runtime.Object, error) {
	if e.resource == "services" {
		e.lock.Lock()
		defer e.lock.Unlock()
		allocators.reset()
	}
	return e.store.Create(ctx, obj, rest.ValidateAllObjectFunc, options)
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
	e, ok := endpoints[gv.WithKind(fmt.Sprint(head.Kind))]
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
