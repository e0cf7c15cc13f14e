/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "एक और डिवाइस इस्तेमाल करें",
  lead: (name) =>
    `दूसरे डिवाइस से स्कैन करें, या लिंक वहाँ खोलें। दोनों पर आपका नाम ${name} होगा, और गिनती एक ही व्यक्ति की होगी।`,
  once: (minutes) => `एक डिवाइस के लिए, ${inWords(minutes * 60)} तक मान्य। किसी और को न दिखाएँ।`,
  over: "यह लिंक पुराना हो चुका है। इससे कुछ नहीं खुला।",
  fresh: "नया लिंक बनाएँ",
  here: "आपका दूसरा डिवाइस यहाँ है।",
  done: "हो गया",
  used: [
    "यह लिंक अपना काम कर चुका है",
    "यह दस मिनट के भीतर एक डिवाइस को आपका बनाता है। अगला लिंक लोगों की सूची में है, आपके पहले डिवाइस पर।",
  ],
};
