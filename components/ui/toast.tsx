"use client";

import { Toast, toast } from "@heroui/react/toast";

const SHOWN_MS = 5_000;

/** Where short reports appear; once, in the shell. */
export function Toasts() {
  return <Toast.Provider placement="bottom end" />;
}

interface ToastOptions {
  kind?: "success" | "danger" | "default";
  detail?: string;
  /** A way back or onwards, offered while the report is shown. */
  action?: { label: string; onPress: () => void };
  shownMs?: number;
}

/** Reports what was done, without taking the focus. */
export function showToast(
  message: string,
  { kind = "success", detail, action, shownMs = SHOWN_MS }: ToastOptions = {},
) {
  const press = () => {
    toast.close(key);
    action?.onPress();
  };
  const key = toast(message, {
    variant: kind,
    description: detail,
    timeout: shownMs,
    ...(action ? { actionProps: { children: action.label, onPress: press } } : {}),
  });
  return key;
}
