import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Failure } from '@/domain/failure'
import { CODE_DIGITS, readHandoverCode } from '@/domain/shop/handover'
import { describeFailure } from '@/locales/failure'
import { takeWords as words } from '@/locales/shop/handover'
import { canScanLive } from '@/platform/device/scan'
import { useCodeScan } from '@/platform/device/use-code-scan'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { Alert } from '@/ui/text/alert'

/** The time to wait before another try, in whole minutes. */
const minutesOf = ({ retryAfter = 0 }: Failure) => Math.max(1, Math.ceil(retryAfter / 60))

const onlyDigits = (text: string) => text.replace(/[^0-9]/g, '').slice(0, CODE_DIGITS)

interface CodeFormProps {
  busy: boolean
  failure: Failure | undefined
  onCode(code: string): void
}

/** Asks for the digits, or scans the QR code of the other phone. */
export function CodeForm({ busy, failure, onCode }: CodeFormProps) {
  const [digits, setDigits] = useState('')
  const scanning = useCodeScan(readHandoverCode, words, onCode)
  return (
    <View className="handover">
      <Text>{words.lead}</Text>
      <Card>
        <Field
          kind="phone"
          label={words.field}
          value={digits}
          onChange={(typed) => setDigits(onlyDigits(typed))}
          // spaces may be typed or pasted between the digits
          maxLength={CODE_DIGITS * 2}
          hint={words.hint}
          error={scanning.error}
        />
      </Card>
      <Alert className="handover__failure">
        {failure &&
          (failure.code === 'too-many' ? words.tooMany(minutesOf(failure)) : describeFailure(failure))}
      </Alert>
      <Button
        disabled={readHandoverCode(digits) === null}
        busy={busy && words.reading}
        onPress={() => onCode(digits)}
      >
        {words.submit}
      </Button>
      <Button kind="soft" icon={canScanLive ? 'qr' : 'album'} onPress={scanning.scan}>
        {canScanLive ? words.scan : words.album}
      </Button>
      <Button kind="line" onPress={() => go(urlOf('paperCard'))}>
        {words.card}
      </Button>
    </View>
  )
}
