import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium' });
for (const [n,vp] of [['phone',{width:412,height:823}],['desk',{width:1350,height:940}]]) for (const path of ['/','/directory','/map','/organisations/child-rights-coalition-cambodia','/sources']) {
 const c=await b.newContext({viewport:vp,isMobile:n==='phone',deviceScaleFactor:1.75}); const p=await c.newPage(); const cdp=await c.newCDPSession(p); await cdp.send('Network.enable'); await cdp.send('Network.emulateNetworkConditions',{offline:false,latency:150,downloadThroughput:1.6e6/8,uploadThroughput:750e3/8});
 await p.addInitScript(()=>{ window.__cls=[]; new PerformanceObserver(l=>{ for(const e of l.getEntries()) window.__cls.push([e.value.toFixed(4), Math.round(e.startTime), e.sources.slice(0,4).map(s=>{const el=s.node?.nodeType===1?s.node:s.node?.parentElement; return (el? el.tagName+'.'+(el.className?.baseVal??el.className):'gone')+' '+[s.previousRect.y,s.previousRect.height,s.currentRect.y,s.currentRect.height].map(Math.round).join('/');})]); }).observe({type:'layout-shift',buffered:true}); });
 await p.goto('http://127.0.0.1:4101'+path); await p.waitForLoadState('networkidle'); await p.waitForTimeout(700);
 const s=await p.evaluate(()=>({shifts:window.__cls, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime}));
 console.log(n,path,'fcp',Math.round(s.fcp),'cls',s.shifts.reduce((x,y)=>x+Number(y[0]),0).toFixed(3)); for(const x of s.shifts) console.log('   ',JSON.stringify(x));
 await c.close(); }
await b.close();
