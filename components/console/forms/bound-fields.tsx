"use client";

import type { ComponentProps } from "react";
import { type Control, type FieldPathByValue, type FieldValues, useController } from "react-hook-form";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateField } from "@/components/ui/date-field";
import { NumberField } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TagField } from "@/components/ui/tag-field";
import { TextArea, TextField } from "@/components/ui/text-field";

/** A field of a form: which one, and the primitive's own props. */
type Bound<Values extends FieldValues, Value, Props> = Omit<
  Props,
  "value" | "onChange" | "onBlur" | "ref" | "error"
> & {
  control: Control<Values>;
  name: FieldPathByValue<Values, Value>;
};

/** What can be said of a text at once, before anything is sent. */
interface Checked {
  check?: ((text: string) => string | undefined) | undefined;
}

export function BoundText<Values extends FieldValues>({
  control,
  name,
  check,
  ...props
}: Bound<Values, string, ComponentProps<typeof TextField>> & Checked) {
  const { field, fieldState } = useController({ control, name });
  return <TextField {...props} {...field} error={fieldState.error?.message ?? check?.(field.value)} />;
}

export function BoundTextArea<Values extends FieldValues>({
  control,
  name,
  check,
  ...props
}: Bound<Values, string, ComponentProps<typeof TextArea>> & Checked) {
  const { field, fieldState } = useController({ control, name });
  return <TextArea {...props} {...field} error={fieldState.error?.message ?? check?.(field.value)} />;
}

export function BoundNumber<Values extends FieldValues>({
  control,
  name,
  ...props
}: Bound<Values, number | null, ComponentProps<typeof NumberField>>) {
  const { field, fieldState } = useController({ control, name });
  return <NumberField {...props} {...field} disabled={props.disabled} error={fieldState.error?.message} />;
}

export function BoundSelect<Values extends FieldValues>({
  control,
  name,
  ...props
}: Bound<Values, string | null, ComponentProps<typeof Select<string>>>) {
  const { field, fieldState } = useController({ control, name });
  return <Select {...props} {...field} disabled={props.disabled} error={fieldState.error?.message} />;
}

export function BoundSwitch<Values extends FieldValues>({
  control,
  name,
  ...props
}: Omit<Bound<Values, boolean, ComponentProps<typeof Switch>>, "checked">) {
  const { field } = useController({ control, name });
  return <Switch {...props} checked={field.value} onChange={field.onChange} onBlur={field.onBlur} />;
}

export function BoundCheckboxes<Values extends FieldValues>({
  control,
  name,
  ...props
}: Bound<Values, string[], ComponentProps<typeof CheckboxGroup<string>>>) {
  const { field, fieldState } = useController({ control, name });
  return <CheckboxGroup {...props} value={field.value} onChange={field.onChange} error={fieldState.error?.message} />;
}

export function BoundTags<Values extends FieldValues>({
  control,
  name,
  ...props
}: Bound<Values, string[], ComponentProps<typeof TagField>>) {
  const { field, fieldState } = useController({ control, name });
  return <TagField {...props} {...field} disabled={props.disabled ?? false} error={fieldState.error?.message} />;
}

export function BoundDate<Values extends FieldValues>({
  control,
  name,
  ...props
}: Bound<Values, string | null, ComponentProps<typeof DateField>>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <DateField
      {...props}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      error={fieldState.error?.message}
    />
  );
}
