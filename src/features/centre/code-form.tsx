import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { RouteReply } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import { describeFailure } from '@/locales/failure'
import { centreWords } from '@/locales/lesson/centre'
import { canScanLive, scanCode } from '@/platform/device/scan'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { CODE_LETTERS, codeInScan, groupCode, missingLetters } from './invitation-text'
import './centre.scss'

const words = centreWords.code

type MyRole = RouteReply<'POST /api/me/roles'>

function messageOf(failure: Failure): string {
  if (failure.code === 'too-many')
    return words.tooMany(Math.max(1, Math.ceil((failure.retryAfter ?? 0) / 60)))
  return failure.code === 'not-allowed-now' ? words.already : describeFailure(failure)
}

/** Takes the role of an invitation. Repeating it after a lost reply gives the same role; a role that is as high stays. */
function useAcceptInvitation(onJoined: (role: MyRole) => void) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  async function accept(code: string) {
    setBusy(true)
    setError(undefined)
    const result = await call('POST /api/me/roles', { body: { code } })
    setBusy(false)
    if (result.ok) onJoined(result.data)
    else setError(messageOf(result.failure))
  }
  return { busy, error, setError, accept }
}

interface CodeFormProps {
  /** The code of the link that opened the page. */
  firstCode?: string | undefined
  onJoined(role: MyRole): void
}

/** The field for an invitation's code, typed or scanned. */
export function CodeForm({ firstCode, onJoined }: CodeFormProps) {
  const [text, setText] = useState(() => groupCode(firstCode ?? ''))
  const { busy, error, setError, accept } = useAcceptInvitation(onJoined)
  const missing = missingLetters(text)
  const change = (typed: string) => {
    setText(groupCode(typed))
    setError(undefined)
  }
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned.kind === 'cancelled') return
    const code = scanned.kind === 'read' ? codeInScan(scanned.text) : null
    if (code) change(code)
    else setError(scanned.kind === 'unable' ? words.noReader : words.noCode)
  }
  return (
    <Card>
      <View className="centre-part">
        <Heading className="centre-part__title">{words.title}</Heading>
        <Field
          label={words.field}
          value={text}
          onChange={change}
          maxLength={CODE_LETTERS * 2}
          hint={missing > 0 && missing < CODE_LETTERS ? words.missing(missing) : words.hint}
        />
        <Alert className="centre-part__error">{error}</Alert>
        <Button disabled={missing > 0} busy={busy && words.busy} onPress={() => void accept(text)}>
          {words.submit}
        </Button>
        <Button kind="soft" icon={canScanLive ? 'qr' : 'album'} onPress={() => void scan()}>
          {canScanLive ? words.scan : words.album}
        </Button>
      </View>
    </Card>
  )
}
