import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Result } from '@/api/result'
import { describeFailure } from '@/locales/failure'
import { staffWords } from '@/locales/lesson/centre'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { Alert } from '@/ui/text/alert'

interface RemovalSheetProps {
  words: {
    ask: string
    text: string
    yes: string
    done: string
    /** There was nothing to remove any longer. */
    gone: string
  }
  remove(): Promise<Result<{ removed: boolean }>>
  onClose(): void
  onDone(message: string): void
}

/** Asks before a role or an invitation ends. */
export function RemovalSheet({ words, remove, onClose, onDone }: RemovalSheetProps) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()

  async function send() {
    setBusy(true)
    setFault(undefined)
    const result = await remove()
    setBusy(false)
    if (result.ok) onDone(result.data.removed ? words.done : words.gone)
    else setFault(describeFailure(result.failure))
  }

  return (
    <Sheet title={words.ask} onClose={onClose}>
      <View className="centre-part">
        <Text className="centre-part__text">{words.text}</Text>
        <Alert className="centre-part__fault">{fault}</Alert>
        <SheetAnswers no={staffWords.no} onNo={onClose}>
          <Button kind="bad" busy={busy && staffWords.busy} onPress={() => void send()}>
            {words.yes}
          </Button>
        </SheetAnswers>
      </View>
    </Sheet>
  )
}
