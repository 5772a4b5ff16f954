import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Failure } from '@/domain/failure'
import { describeFailure } from '@/locales/failure'
import { restoreWords as words } from '@/locales/shop/key'
import { canScanLive } from '@/platform/device/scan'
import { useCodeScan } from '@/platform/device/use-code-scan'
import { restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { Alert } from '@/ui/text/alert'
import { groupKey, KEY_LETTERS, keyInScan, missingLetters } from './key-text'
import { RestoredShop } from './restored-shop'
import { useRestoreShop } from './use-restore-shop'
import './restore-form.scss'

/** The time to wait before another try, in whole minutes. */
const minutesOf = ({ retryAfter = 0 }: Failure) => Math.max(1, Math.ceil(retryAfter / 60))

/** Restores a shop by its key, typed or scanned from the key card. `firstKey` comes with a scanned address. */
export function RestoreForm({ firstKey }: { firstKey?: string | undefined }) {
  const [text, setText] = useState(() => groupKey(firstKey ?? ''))
  const keyScan = useCodeScan(keyInScan, words, setText)
  const { restore, busy, failure, restored } = useRestoreShop()
  if (restored) return <RestoredShop shop={restored} />
  const missing = missingLetters(text)
  return (
    <View className="restore-form">
      <Text>{words.lead}</Text>
      <Card>
        <Field
          kind="lines"
          label={words.field}
          value={text}
          onChange={(typed) => setText(groupKey(typed))}
          maxLength={KEY_LETTERS * 2}
          hint={missing === KEY_LETTERS ? words.example : missing > 0 ? words.missing(missing) : undefined}
          error={keyScan.error}
        />
      </Card>
      {failure && (
        <Alert className="restore-form__failure">
          {failure.code === 'too-many' ? words.tooMany(minutesOf(failure)) : describeFailure(failure)}
          {failure.code === 'key-used' && words.usedHint}
        </Alert>
      )}
      <Button disabled={missing > 0} busy={busy && words.busy} onPress={() => restore(text)}>
        {words.submit}
      </Button>
      <Button kind="soft" icon={canScanLive ? 'qr' : 'album'} onPress={keyScan.scan}>
        {canScanLive ? words.scan : words.album}
      </Button>
      {failure?.code === 'key-used' && (
        <Button kind="line" onPress={() => restart(urlOf('home'))}>
          {words.mine}
        </Button>
      )}
    </View>
  )
}
