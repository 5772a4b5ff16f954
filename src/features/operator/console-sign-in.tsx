import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import { describeFailure } from '@/locales/failure'
import { consoleWords } from '@/locales/operator/console'
import { passkeysWords } from '@/locales/operator/settings'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { canUsePasskeys, signWithPasskey } from './passkeys'
import './console.scss'

const words = consoleWords.signIn

function messageOf(failure: Failure): string {
  if (failure.code === 'code-used') return words.used
  if (failure.code === 'code-expired') return words.expired
  return failure.code === 'code-wrong' || failure.code === 'bad-input'
    ? words.wrong
    : describeFailure(failure)
}

interface ConsoleSignInProps {
  code: string | undefined
  onSignedIn(): void
}

/** Signs in with the code of a link. It waits for a tap, because chat apps open links to preview them. */
export function ConsoleSignIn({ code, onSignedIn }: ConsoleSignInProps) {
  const { busy, failure, send } = useRequest()
  const signIn = async (given: string) => {
    const result = await send(() => call('POST /api/operator/session', { body: { code: given } }))
    if (result?.ok) onSignedIn()
  }
  return (
    <Page title={consoleWords.title} first>
      {code ? (
        <Card>
          <View className="console__part">
            <Heading className="console__title">{words.title}</Heading>
            <Text className="console__text">{words.lead}</Text>
            <Alert className="console__error">{failure && messageOf(failure)}</Alert>
            <Button busy={busy && words.busy} onPress={() => void signIn(code)}>
              {words.button}
            </Button>
            {canUsePasskeys() && <PasskeySignIn kind="line" onSignedIn={onSignedIn} />}
          </View>
        </Card>
      ) : (
        <Notice icon="key" {...words.none}>
          {canUsePasskeys() && <PasskeySignIn kind="main" onSignedIn={onSignedIn} />}
        </Notice>
      )}
    </Page>
  )
}

/** Signs in with a passkey that the operator added before. */
function PasskeySignIn({ kind, onSignedIn }: { kind: 'main' | 'line'; onSignedIn(): void }) {
  const { busy, failure, send } = useRequest()
  const [isRefused, setIsRefused] = useState(false)
  async function signIn() {
    setIsRefused(false)
    const challenge = await send(() => call('POST /api/operator/session/challenge', {}))
    if (!challenge?.ok) return
    const body = await signWithPasskey(challenge.data)
    const result = body && (await send(() => call('POST /api/operator/session/passkey', { body })))
    if (result?.ok) onSignedIn()
    else
      setIsRefused(!result || result.failure.code === 'code-wrong' || result.failure.code === 'code-expired')
  }
  return (
    <View className="console__part">
      <Alert className="console__error">
        {isRefused ? passkeysWords.refused : failure && describeFailure(failure)}
      </Alert>
      <Button kind={kind} icon="key" busy={busy && passkeysWords.signingIn} onPress={() => void signIn()}>
        {passkeysWords.signIn}
      </Button>
    </View>
  )
}
