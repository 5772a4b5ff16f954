// before everything else, which may use it
import '@/platform/builtins'
import { usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
// before the router, which must not hear of a page's own steps
import '@/platform/leave-page'
import { keepSite } from '@/platform/keep-site'
import { restart } from '@/platform/navigate'
import { urlOf } from '@/routes'
import './app.scss'

keepSite()

export default function App({ children }: PropsWithChildren) {
  // an address nobody knows leads to the front door, not to an empty page
  usePageNotFound(() => restart(urlOf('home')))
  return children
}
