/** Tags of WeChat's built-in components. `view` in WXML and WXSS becomes the element `<wx-view>`. */
export const BUILTIN_TAGS =
  `view text button input textarea image scroll-view swiper swiper-item form label switch checkbox checkbox-group radio
  radio-group slider picker picker-view picker-view-column icon progress navigator rich-text cover-view cover-image
  movable-area movable-view canvas video audio web-view map camera open-data ad editor live-player live-pusher
  official-account page-container root-portal match-media page-meta navigation-bar keyboard-accessory sticky-section
  sticky-header list-view grid-view share-element`.split(/\s+/)
