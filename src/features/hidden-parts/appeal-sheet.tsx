import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { MAX_APPEAL_LENGTH } from '@/domain/content'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { hiddenPartsWords } from '@/locales/shop/hidden-parts'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert } from '@/ui/text/alert'

const words = hiddenPartsWords.sheet

interface AppealSheetProps {
  shopId: Id
  /** The part; absent for the block of the whole shop. */
  contentId?: string
  onClose(): void
  onSent(): void
}

/** Asks why a hidden part is fine, and sends it to the operator. */
export function AppealSheet({ shopId, contentId, onClose, onSent }: AppealSheetProps) {
  const [note, setNote] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const { busy, failure, send } = useRequest()

  async function appeal() {
    setIsMissing(note.trim() === '')
    if (note.trim() === '') return
    const body = { note: note.trim() }
    const result = await send(() =>
      contentId === undefined
        ? call('PUT /api/shops/:shopId/block/appeal', { params: { shopId }, body })
        : call('PUT /api/shops/:shopId/hidden-parts/:contentId/appeal', {
            params: { shopId, contentId },
            body,
          }),
    )
    // what is not hidden any more needs no appeal
    if (result?.ok || result?.failure.code === 'not-found') onSent()
  }

  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="hidden-parts__part">
        <Field
          label={words.note}
          kind="lines"
          low
          value={note}
          maxLength={MAX_APPEAL_LENGTH}
          error={isMissing ? words.missing : undefined}
          onChange={(text) => {
            setNote(text)
            setIsMissing(false)
          }}
        />
        <Alert className="hidden-parts__error">{failure && describeFailure(failure)}</Alert>
        <Button busy={busy && words.sending} onPress={() => void appeal()}>
          {words.send}
        </Button>
      </View>
    </Sheet>
  )
}
