import { useContext, useEffect, useRef } from 'react'
import { PageCatcher } from '../navigation/page-catcher'

/** Props of a dialog's body, which WeChat's way back closes. WeChat keeps the focus itself. */
export function useDialog(label: string, onClose: () => void): Record<string, unknown> {
  const catcher = useContext(PageCatcher)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => catcher?.open(() => close.current()), [catcher])
  return { ariaRole: 'dialog', ariaLabel: label }
}
