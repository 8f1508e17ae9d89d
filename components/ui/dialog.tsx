"use client";

import { Modal } from "@heroui/react/modal";
import type { ReactNode } from "react";
import { Heading } from "react-aria-components/Heading";
import { Button } from "./button";
import { Icon } from "./icon";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  closeLabel: string;
  children: ReactNode;
  footer?: ReactNode;
  /** Asks for a decision: neither Escape nor a press outside ends it unanswered. */
  insistent?: boolean;
  wide?: boolean;
}

/** A window over the page; the focus stays inside and goes back to where it was. */
export function Dialog({ open, onOpenChange, title, closeLabel, children, footer, insistent, wide }: DialogProps) {
  return (
    <Modal.Backdrop
      isOpen={open}
      onOpenChange={onOpenChange}
      isDismissable={!insistent}
      isKeyboardDismissDisabled={insistent === true}
    >
      <Modal.Container size={wide ? "lg" : "md"} scroll="inside">
        <Modal.Dialog role={insistent ? "alertdialog" : "dialog"} className="gap-4 p-5">
          <div className="flex items-start justify-between gap-4">
            <Heading slot="title" className="wrap-anywhere font-semibold text-base">
              {title}
            </Heading>
            {insistent ? null : (
              <Button kind="quiet" size="small" iconOnly aria-label={closeLabel} onPress={() => onOpenChange(false)}>
                <Icon name="close" />
              </Button>
            )}
          </div>
          <div className="flex min-h-0 flex-col gap-4 overflow-y-auto p-0.5">{children}</div>
          {footer ? <div className="flex flex-wrap justify-end gap-2">{footer}</div> : null}
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}

interface ConfirmProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What will happen. */
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  pending?: boolean;
  danger?: boolean;
}

/** Asks before something is done; Escape and Cancel leave everything as it is. */
export function Confirm(props: ConfirmProps) {
  const { open, onOpenChange, title, children, confirmLabel, cancelLabel, onConfirm, pending, danger } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      closeLabel={cancelLabel}
      footer={
        <>
          <Button kind="secondary" onPress={() => onOpenChange(false)} autoFocus>
            {cancelLabel}
          </Button>
          <Button kind={danger ? "danger" : "primary"} onPress={onConfirm} disabled={pending ?? false}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="text-muted">{children}</div>
    </Dialog>
  );
}
