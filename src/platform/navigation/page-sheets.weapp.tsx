import { PageContainer } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type PropsWithChildren, useEffect, useRef, useState } from 'react'
import { type BackCatcher, createBackCatcher } from './back-catcher'
import { PageCatcher, type PageNode, registerCatcher } from './page-catcher'
import './page-sheets.scss'

/**
 * Stands around what a page shows, and lets WeChat's way back close its sheets: an empty `page-container`, of which a page
 * may have one, is left before the page is. It comes with the first sheet and stays.
 */
export function PageSheets({ children }: PropsWithChildren) {
  const [shown, setShown] = useState<boolean>()
  const made = useRef<BackCatcher | null>(null)
  if (!made.current && Taro.canIUse('page-container')) made.current = createBackCatcher(setShown)
  const catcher = made.current
  const node = useRef<PageNode | null>(null)
  useEffect(() => (catcher ? registerCatcher(catcher, () => node.current) : undefined), [catcher])
  return (
    <PageCatcher.Provider value={catcher}>
      {children}
      {catcher && shown !== undefined && (
        <PageContainer
          ref={node}
          show={shown}
          overlay={false}
          duration={0}
          zIndex={1}
          customStyle="height:0;background:none;pointer-events:none"
          onBeforeLeave={catcher.leaves}
          onAfterLeave={catcher.gone}
        />
      )}
    </PageCatcher.Provider>
  )
}
