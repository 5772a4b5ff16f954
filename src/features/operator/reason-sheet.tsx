import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { Failure } from '@/domain/failure'
import { MAX_OPERATOR_NOTE_LENGTH } from '@/domain/operator-console'
import { describeFailure } from '@/locales/failure'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert } from '@/ui/text/alert'

export interface Reasons {
  reason: string
  ownerReason?: string
}

interface ReasonSheetProps {
  title: string
  text?: string
  /** Labels of the fields; without `ownerReason` there is one. */
  labels: { reason: string; ownerReason?: string }
  /** Shown when there is no reason. */
  missing: string
  /** Says why the action is not allowed now, instead of the usual words. */
  refused?: string
  yes: string
  yesKind?: 'bad' | 'main'
  busy: string
  onClose(): void
  /** Sends the action. The sheet stays, with the failure, unless it succeeds. */
  onSend(reasons: Reasons): Promise<{ ok: true } | { ok: false; failure: Failure }>
  onSent(): void
  /** Further choices. */
  children?: ReactNode
}

/** Asks why an operator does something, and for the words that an owner reads; the action is sent with them. */
export function ReasonSheet({ labels, yesKind = 'main', ...props }: ReasonSheetProps) {
  const [reason, setReason] = useState('')
  const [ownerReason, setOwnerReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const { busy, failure, send } = useRequest()

  async function act() {
    setIsMissing(reason.trim() === '')
    if (reason.trim() === '') return
    const forOwner = ownerReason.trim()
    const reasons = { reason: reason.trim(), ...(forOwner ? { ownerReason: forOwner } : {}) }
    const result = await send(() => props.onSend(reasons))
    if (result?.ok) props.onSent()
  }

  return (
    <Sheet title={props.title} onClose={props.onClose}>
      <View className="console__part">
        {props.text && <Text className="console__text">{props.text}</Text>}
        <Field
          label={labels.reason}
          kind="lines"
          low
          value={reason}
          maxLength={MAX_OPERATOR_NOTE_LENGTH}
          error={isMissing ? props.missing : undefined}
          onChange={(text) => {
            setReason(text)
            setIsMissing(false)
          }}
        />
        {labels.ownerReason && (
          <Field
            label={labels.ownerReason}
            kind="lines"
            low
            value={ownerReason}
            maxLength={MAX_OPERATOR_NOTE_LENGTH}
            onChange={setOwnerReason}
          />
        )}
        {props.children}
        <Alert className="console__error">
          {failure?.code === 'not-allowed-now' && props.refused
            ? props.refused
            : failure && describeFailure(failure)}
        </Alert>
        <Button kind={yesKind} busy={busy && props.busy} onPress={() => void act()}>
          {props.yes}
        </Button>
      </View>
    </Sheet>
  )
}
