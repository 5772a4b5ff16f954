import { useContext, useEffect, useRef } from 'react'
import { BackInterceptorContext } from '../navigation/back-interceptor'

/** Props of a dialog's body, closed by WeChat's back navigation. WeChat manages the focus itself. */
export function useDialog(label: string, onClose: () => void): Record<string, unknown> {
  const interceptor = useContext(BackInterceptorContext)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => interceptor?.open(() => close.current()), [interceptor])
  return { ariaRole: 'dialog', ariaLabel: label }
}
