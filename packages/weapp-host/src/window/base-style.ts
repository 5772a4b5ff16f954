/** Styles of WeChat's built-in components and window frame: sizes and line wrapping, not the exact look. */
export const BASE_STYLE = `
*{box-sizing:content-box} html,body{margin:0;padding:0;height:100%} [hidden]{display:none!important}
page{display:block;min-height:100%;font-family:-apple-system,"Noto Sans CJK SC",sans-serif;font-size:16px;line-height:1.4}
wx-view,wx-form,wx-scroll-view,wx-swiper,wx-swiper-item,wx-picker,wx-radio-group,wx-checkbox-group,wx-rich-text,
wx-cover-view,wx-picker-view,wx-movable-area,wx-movable-view,wx-navigator,wx-progress,wx-slider,wx-root-portal,
wx-page-container{display:block}
wx-page-container{position:fixed;left:0;right:0;bottom:0;background:#fff}
wx-text,wx-label,wx-icon,wx-checkbox,wx-radio,wx-switch,wx-open-data{display:inline}
wx-text{white-space:pre-line}
wx-image{display:inline-block;width:320px;height:240px;overflow:hidden}
wx-image>img{width:100%;height:100%;display:block}
wx-button{display:block;position:relative;box-sizing:border-box;padding:0 14px;margin:0 auto;font-size:18px;
text-align:center;line-height:2.5556;border-radius:5px;background:#f8f8f8;color:#000;overflow:hidden;cursor:pointer}
wx-button::after{content:" ";width:200%;height:200%;position:absolute;top:0;left:0;border:1px solid rgba(0,0,0,.2);
transform:scale(.5);transform-origin:0 0;box-sizing:border-box;border-radius:10px;pointer-events:none}
wx-button[type=primary]{background:#07c160;color:#fff} wx-button[type=warn]{background:#e64340;color:#fff}
wx-button[size=mini]{display:inline-block;line-height:2.3;font-size:13px;padding:0 1.34em}
wx-button[disabled]{opacity:.6}
wx-input{display:block;height:1.4em;line-height:1.4em;overflow:hidden}
wx-input>input{width:100%;height:100%;border:0;padding:0;margin:0;background:none;font:inherit;color:inherit;
text-align:inherit;outline:none;display:block}
wx-textarea{display:block;width:300px;height:150px}
wx-textarea>textarea{width:100%;height:100%;border:0;padding:0;background:none;font:inherit;color:inherit;
text-align:inherit;outline:none;resize:none;display:block}
wx-textarea[data-auto-height]{height:auto} wx-textarea[data-auto-height]>textarea{height:auto;field-sizing:content}
wx-scroll-view{overflow:hidden} wx-scroll-view[data-x]{overflow-x:auto} wx-scroll-view[data-y]{overflow-y:auto}
wx-swiper{height:150px;overflow:hidden;position:relative} wx-swiper-item{width:100%;height:100%;display:none}
wx-swiper-item[data-current]{display:block}
wx-canvas{display:inline-block;width:300px;height:150px;position:relative}
wx-canvas>canvas{width:100%;height:100%;display:block}
wx-video{display:inline-block;width:300px;height:225px;background:#000} wx-map{display:block;width:300px;height:150px}
#wx-nav{position:sticky;top:0;z-index:500;height:44px;line-height:44px;text-align:center;font-weight:600}
.wx-nav__back{position:absolute;left:0;width:44px;height:44px;border:0;background:none;font-size:20px;color:inherit}
#wx-tabs{position:fixed;bottom:0;left:0;right:0;display:flex;background:#fff;border-top:1px solid #ddd;z-index:500}
#wx-tabs div{flex:1;text-align:center;line-height:48px}
.wx-layer{position:fixed;inset:0;z-index:9999;background:#0003;display:flex;align-items:center;justify-content:center}
#wx-toast{pointer-events:none!important;background:none}
.wx-toast{background:#000c;color:#fff;padding:12px 20px;border-radius:6px;white-space:pre-line}
.wx-dialog{background:#fff;border-radius:10px;padding:16px;min-width:70%;max-width:86%;white-space:pre-line}
.wx-dialog button{display:block;width:100%;margin:6px 0;padding:8px;min-height:44px;font-size:16px}
.wx-layer>img{max-width:100%;max-height:100%}
`
