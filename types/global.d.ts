/// <reference types="@tarojs/taro" />
declare module '*.scss'

/** One of Taro's HTML components by its own file; the package declares only its index. */
declare module '@tarojs/components-react/dist/components/*/index.js' {
  import type { ComponentType } from 'react'

  const component: ComponentType<Record<string, unknown>>
  export default component
}

/** Origin of the API, without a trailing slash; empty on H5, which the same server serves. */
declare const API_BASE: string

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV: 'development' | 'production' | 'test'
    TARO_ENV: 'weapp' | 'h5'
  }
}

/** Becomes a plain `require` of what lies beside a mini-program's own scripts. */
declare const __non_webpack_require__: (file: string) => unknown
