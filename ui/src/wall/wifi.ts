/** The text of a Wi-Fi QR code, as phones' cameras read it. */

export interface Wifi {
  name: string;
  /** Empty: an open network. */
  password: string;
}

/** `\ ; , : "` have a meaning in this format. */
const escaped = (text: string): string => text.replace(/([\\;,:"])/g, "\\$1");

/** `WIFI:T:WPA;S:name;P:password;;` (the format of ZXing, which iOS and Android took over; WPA3 networks are "WPA" here too). */
export const wifiText = ({ name, password }: Wifi): string =>
  password
    ? `WIFI:T:WPA;S:${escaped(name)};P:${escaped(password)};;`
    : `WIFI:T:nopass;S:${escaped(name)};;`;
