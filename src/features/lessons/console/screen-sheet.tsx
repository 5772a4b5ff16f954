import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'
import { lessonConsoleWords as words } from '@/locales/lesson/lesson'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import { typedAddress } from '../lesson-links'

const DIGITS = 6

/** The digits of a typed code; full-width ones are read as plain ones. */
const digitsOf = (text: string): string =>
  text
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/\D/g, '')
    .slice(0, DIGITS)

interface ScreenSheetProps {
  lessonId: Id
  onClose(): void
  onDone(message: string): void
}

/** Connects the big screen that shows a code, or opens the board in this browser. */
export function ScreenSheet({ lessonId, onClose, onDone }: ScreenSheetProps) {
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const missing = DIGITS - code.length

  async function connect() {
    setBusy(true)
    setError(undefined)
    const result = await call('POST /api/lessons/:lessonId/screens', { params: { lessonId }, body: { code } })
    setBusy(false)
    if (!result.ok) setError(describeFailure(result.failure))
    else if (result.data.connected) onDone(words.screenDone)
    else setError(words.screenWrong)
  }

  return (
    <Sheet title={words.screenTitle} onClose={onClose}>
      <View className="console-sheet">
        <Text className="console-sheet__text">{words.screenText(typedAddress.board())}</Text>
        <Field
          // keeps zeros at the beginning, and takes pasted spaces
          kind="phone"
          label={words.screenField}
          value={code}
          maxLength={DIGITS * 2}
          onChange={(typed) => {
            setError(undefined)
            setCode(digitsOf(typed))
          }}
          hint={missing > 0 && missing < DIGITS ? words.screenHint(missing) : undefined}
          error={error}
        />
        <Button disabled={missing > 0} busy={busy && words.screenBusy} onPress={() => void connect()}>
          {words.screenSubmit}
        </Button>
        <Button kind="line" onPress={() => go(urlOf('board', { lesson: lessonId }))}>
          {words.screenHere}
        </Button>
      </View>
    </Sheet>
  )
}
