import { useState } from 'react'
import { wechatIdWords as words } from '@/locales/shop/wechat-id'
import { copyText } from '@/platform/device/clipboard'
import { Button } from '@/ui/button/button'

/** Copies the shop's WeChat id, and says whether that worked; the id stays readable. */
export function WechatIdButton({ id }: { id: string }) {
  const [copied, setCopied] = useState<boolean>()
  return (
    <Button kind="line" icon={copied ? 'check' : 'copy'} onPress={() => void copyText(id).then(setCopied)}>
      {words.copy(id, copied)}
    </Button>
  )
}
