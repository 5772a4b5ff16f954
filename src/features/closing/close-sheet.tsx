import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import type { Closing } from '@/domain/shop/closing'
import { describeFailure } from '@/locales/failure'
import { closingWords as words } from '@/locales/shop/closing'
import { Button } from '@/ui/button/button'
import { Field } from '@/ui/field/field'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert } from '@/ui/text/alert'

interface CloseSheetProps {
  shopId: Id
  name: string
  onClose(): void
  onChange(closing: Closing): void
}

/** Asks for the shop's name, then closes the shop. */
export function CloseSheet({ shopId, name, onClose, onChange }: CloseSheetProps) {
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  async function close() {
    if (busy) return
    setFailure(undefined)
    if (typed.trim() !== name.trim()) return setIsWrong(true)
    setBusy(true)
    const result = await call('PUT /api/shops/:shopId/closing', {
      params: { shopId },
      body: { name: typed.trim() },
    })
    setBusy(false)
    if (result.ok) return onChange(result.data)
    // an order came meanwhile: the page names it
    const { code, current } = result.failure
    if (code === 'not-allowed-now' && current) return onChange(current as Closing)
    setFailure(result.failure)
  }

  return (
    <Sheet title={words.question} onClose={onClose}>
      <View className="closing__part">
        <Text className="closing__text">{words.typeName(name)}</Text>
        <Field
          label={words.name}
          value={typed}
          maxLength={20}
          error={isWrong ? words.wrongName : undefined}
          onChange={(text) => {
            setTyped(text)
            setIsWrong(false)
          }}
        />
        <Alert className="closing__failure">{failure && describeFailure(failure)}</Alert>
        <Button kind="line" onPress={onClose}>
          {words.no}
        </Button>
        <Button kind="bad" busy={busy && words.busy} onPress={() => void close()}>
          {words.yes}
        </Button>
      </View>
    </Sheet>
  )
}
