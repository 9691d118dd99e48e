package dev.makeline.watcher;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Makes one operation of an AWS client fail, as if nothing listened, from [#begin] to [#end].
public final class Outage implements ExecutionInterceptor {

    private final String operation;
    private volatile boolean on;

    public Outage(String operation) {
        this.operation = operation;
    }

    public void begin() {
        on = true;
    }

    public void end() {
        on = false;
    }

    @Override
    public void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (on && operation.equals(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))) {
            throw SdkClientException.create("Connection refused");
        }
    }
}
