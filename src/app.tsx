// before everything else, which may use it
import '@/platform/builtins'
import { usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { followHistory } from '@/platform/follow-history'
import { keepSite } from '@/platform/keep-site'
import { restart } from '@/platform/navigate'
import { urlOf } from '@/routes'
import './app.scss'

// before the router starts, which must not hear of a page's own steps
followHistory()
keepSite()

export default function App({ children }: PropsWithChildren) {
  // an address nobody knows leads to the front door, not to an empty page
  usePageNotFound(() => restart(urlOf('home')))
  return children
}
