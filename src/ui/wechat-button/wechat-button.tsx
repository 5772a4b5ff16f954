import { Button } from '@tarojs/components'
import './wechat-button.scss'

export interface WechatButtonProps {
  children: string
  /** What only WeChat's own kind of button may do: open its share sheet, or say yes to the privacy guide. */
  does: 'share' | 'agreePrivacyAuthorization'
  /** After people agreed. */
  onAgree?(): void
}

/** A main button of WeChat's own kind, in our looks. */
export function WechatButton({ children, does, onAgree }: WechatButtonProps) {
  return (
    <Button
      className="wechat-button"
      id={`wechat-${does}`}
      openType={does}
      onAgreePrivacyAuthorization={() => onAgree?.()}
    >
      {children}
    </Button>
  )
}
