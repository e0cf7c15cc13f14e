/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "Klavye kısayolları",
  page: "Sayfa",
  lines: "Satırlar: biri ya da seçili olanların hepsi",
  typed: "Satırın başına yazılanlar",
  sheet: "Bu liste",
  redo: "Yinele",
  tick: "Kutuyu işaretle",
  breaks: "Aynı blokta yeni satır",
  leave: "Metinden çık",
};
