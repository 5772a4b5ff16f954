import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { staffWords as words } from '@/locales/lesson/centre'
import { momentWords } from '@/locales/time'
import { copyText } from '@/platform/device/clipboard'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Qr } from '@/ui/qr/qr'
import { Sheet } from '@/ui/sheet/sheet'
import { Status } from '@/ui/text/alert'
import { invitationLink } from '../invitation-text'

/** An invitation's code, which only who invites sees. */
export interface ShownCode {
  name: string
  code: string
  expiresAt: number
}

/** The code of an invitation: to scan, to read out, or as a link. */
export function CodeSheet({
  code: { name, code, expiresAt },
  onClose,
}: {
  code: ShownCode
  onClose(): void
}) {
  const [message, setMessage] = useState<string>()
  const link = invitationLink(code)
  const copy = async () => setMessage((await copyText(link)) ? words.copied : words.notCopied)
  return (
    <Sheet title={words.codeTitle(name)} onClose={onClose}>
      <View className="code-sheet">
        <Text className="code-sheet__code">{code}</Text>
        <Qr text={link} label={words.codeQr(name)} size={176} />
        <Text className="code-sheet__text">{words.codeText}</Text>
        <Text className="code-sheet__text">{words.codeUntil(momentWords(expiresAt, serverNow()))}</Text>
        <Status className="code-sheet__message">{message}</Status>
        <View className="code-sheet__buttons">
          <Button icon="copy" onPress={() => void copy()}>
            {words.copy}
          </Button>
          <Button kind="soft" onPress={onClose}>
            {words.done}
          </Button>
        </View>
      </View>
    </Sheet>
  )
}
