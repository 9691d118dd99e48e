// Shows the description with Swagger UI; its validator, which would send the description elsewhere, is off.
SwaggerUIBundle({
    url: "/openapi.yaml",
    dom_id: "#docs",
    validatorUrl: null,
    deepLinking: true,
    persistAuthorization: false,
});
