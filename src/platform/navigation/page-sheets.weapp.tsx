import { PageContainer } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type PropsWithChildren, useEffect, useRef, useState } from 'react'
import { type BackInterceptor, createBackInterceptor } from './back-interceptor'
import { BackInterceptorContext, type PageNode, registerInterceptor } from './page-interceptors'
import './page-sheets.scss'

/**
 * Wraps a page's content and closes its sheets on WeChat's back navigation, with an empty `page-container`. A page may
 * have only one; it is rendered when the first sheet opens and stays mounted.
 */
export function PageSheets({ children }: PropsWithChildren) {
  const [shown, setShown] = useState<boolean>()
  const interceptorRef = useRef<BackInterceptor | null>(null)
  if (!interceptorRef.current && Taro.canIUse('page-container'))
    interceptorRef.current = createBackInterceptor(setShown)
  const interceptor = interceptorRef.current
  const node = useRef<PageNode | null>(null)
  useEffect(
    () => (interceptor ? registerInterceptor(interceptor, () => node.current) : undefined),
    [interceptor],
  )
  return (
    <BackInterceptorContext.Provider value={interceptor}>
      {children}
      {interceptor && shown !== undefined && (
        <PageContainer
          ref={node}
          show={shown}
          overlay={false}
          duration={0}
          zIndex={1}
          customStyle="height:0;background:none;pointer-events:none"
          onBeforeLeave={interceptor.handleBeforeLeave}
          onAfterLeave={interceptor.handleAfterLeave}
        />
      )}
    </BackInterceptorContext.Provider>
  )
}
