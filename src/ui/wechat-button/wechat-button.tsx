import { Button } from '@tarojs/components'
import './wechat-button.scss'

export interface WechatButtonProps {
  children: string
  /** The `openType` of WeChat's button: open the share sheet, or agree to the privacy guide. */
  does: 'share' | 'agreePrivacyAuthorization'
  /** Called after the user agreed to the privacy guide. */
  onAgree?(): void
}

/** A native WeChat button, styled like a main button. */
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
