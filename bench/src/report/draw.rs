//! Two kinds of plots, as SVG that reads well on white and on black: lines and bars.

use anyhow::{Result, anyhow};
use plotters::{
    coord::{
        Shift,
        ranged1d::{AsRangedCoord, ValueFormatter},
    },
    prelude::*,
    style::text_anchor::{HPos, Pos, VPos},
};

use super::number;
use crate::servers::{FADEPAD, RAWCAST};

/// Pixels.
const WIDTH: u32 = 760;
const HEIGHT: u32 = 380;
/// Room for the names of lines on the right, and for titles above.
const NAMES: u32 = 110;
const TITLE: u32 = 40;
/// Between grey and grey: 4 : 1 on white, 5 : 1 on black.
const INK: RGBColor = RGBColor(122, 130, 139);
const FONT: &str = "sans-serif";

/// A plot of lines.
pub(super) struct Axes<'a> {
    pub(super) title: &'a str,
    pub(super) x: &'a str,
    pub(super) y: &'a str,
    /// Both axes are logarithmic, and x is marked where there are points.
    pub(super) log: bool,
}

/// A server's line.
pub(super) struct Line {
    pub(super) server: String,
    pub(super) points: Vec<(f64, f64)>,
}

/// A bar for each server: its name, its value, and how that is written.
pub(super) struct Panel {
    pub(super) title: String,
    pub(super) bars: Vec<(String, f64, String)>,
}

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// Fadepad is the strongest, the ceiling grey.
fn colour(server: &str) -> RGBColor {
    match server {
        name if name == FADEPAD.name => RGBColor(15, 157, 131),
        name if name == RAWCAST.name => INK,
        "y-websocket" => RGBColor(217, 130, 43),
        "Hocuspocus" => RGBColor(143, 107, 209),
        "pycrdt" => RGBColor(59, 143, 214),
        _ => RGBColor(201, 79, 109),
    }
}

fn words(size: u32) -> TextStyle<'static> {
    (FONT, size).into_font().color(&INK)
}

/// Lines with their names at their ends.
pub(super) fn lines(axes: &Axes, lines: &[Line]) -> Result<String> {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (WIDTH, HEIGHT)).into_drawing_area();
        let all = || lines.iter().flat_map(|line| &line.points);
        let most = |of: fn(&(f64, f64)) -> f64| all().map(of).fold(0.0, f64::max);
        let least = |of: fn(&(f64, f64)) -> f64| all().map(of).fold(f64::MAX, f64::min);
        if axes.log {
            let mut marks: Vec<f64> = all().map(|point| point.0).collect();
            marks.sort_by(f64::total_cmp);
            marks.dedup();
            let x = (least(|p| p.0) * 0.9..most(|p| p.0) * 1.1).log_scale().with_key_points(marks);
            let range = least(|p| p.1) * 0.7..most(|p| p.1) * 1.5;
            // Those beside the range would be drawn beside the plot.
            let powers = (-3..7).map(|power| 10_f64.powi(power)).filter(|y| range.contains(y));
            let y = range.clone().log_scale().with_key_points(powers.collect());
            chart(&area, axes, lines, x, y)?;
        } else {
            let (x, y) = (0.0..most(|p| p.0) * 1.02, 0.0..most(|p| p.1) * 1.05);
            chart(&area, axes, lines, x, y)?;
        }
        area.present().map_err(failed)?;
    }
    Ok(svg)
}

fn chart<'a, X, Y>(area: &Area<'a>, axes: &Axes, lines: &[Line], x: X, y: Y) -> Result<()>
where
    X: AsRangedCoord<Value = f64>,
    Y: AsRangedCoord<Value = f64>,
    X::CoordDescType: Ranged<ValueType = f64> + ValueFormatter<f64>,
    Y::CoordDescType: Ranged<ValueType = f64> + ValueFormatter<f64>,
{
    area.draw_text(axes.title, &words(18), (16, 10)).map_err(failed)?;
    let mut chart = ChartBuilder::on(area)
        .margin_top(TITLE)
        .margin_right(NAMES)
        .margin_left(8)
        .set_label_area_size(LabelAreaPosition::Left, 70)
        .set_label_area_size(LabelAreaPosition::Bottom, 45)
        .build_cartesian_2d(x, y)
        .map_err(failed)?;
    chart
        .configure_mesh()
        .axis_style(INK)
        .bold_line_style(INK.mix(0.25))
        .light_line_style(TRANSPARENT)
        .label_style(words(13))
        .axis_desc_style(words(14))
        .x_label_formatter(&|value| number(*value))
        .y_label_formatter(&|value| number(*value))
        .x_desc(axes.x)
        .y_desc(axes.y)
        .draw()
        .map_err(failed)?;
    let mut ends = Vec::new();
    for Line { server, points } in lines {
        let colour = colour(server);
        let width = if *server == FADEPAD.name { 4 } else { 2 };
        let line = points.iter().copied();
        if *server == RAWCAST.name {
            chart.draw_series(DashedLineSeries::new(line, 6, 4, colour.stroke_width(width)))
        } else {
            chart.draw_series(LineSeries::new(line, colour.stroke_width(width)))
        }
        .map_err(failed)?;
        let dots = points.iter().map(|point| Circle::new(*point, width + 1, colour.filled()));
        chart.draw_series(dots).map_err(failed)?;
        if let Some(last) = points.last() {
            ends.push((server.as_str(), chart.backend_coord(last)));
        }
    }
    names(area, ends)
}

/// Names beside the ends of lines, pushed apart where they would overlap.
fn names(area: &Area, mut ends: Vec<(&str, (i32, i32))>) -> Result<()> {
    const APART: i32 = 17;
    ends.sort_by_key(|(_, (_, y))| *y);
    let mut free = i32::MIN;
    for (server, (x, y)) in ends {
        let at = y.max(free);
        free = at + APART;
        let style = (FONT, 14).into_font().color(&colour(server));
        let style = style.pos(Pos::new(HPos::Left, VPos::Center));
        area.draw_text(server, &style, (x + 12, at)).map_err(failed)?;
    }
    Ok(())
}

/// Panels below one another, each to a scale of its own.
pub(super) fn bars(title: &str, panels: &[Panel]) -> Result<String> {
    const ROW: usize = 24;
    const HEAD: usize = 34;
    let rows: usize = panels.iter().map(|panel| HEAD + panel.bars.len() * ROW).sum();
    let height = TITLE + rows as u32 + 12;
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (WIDTH, height)).into_drawing_area();
        area.draw_text(title, &words(18), (16, 10)).map_err(failed)?;
        let mut top = TITLE as i32;
        for panel in panels {
            area.draw_text(&panel.title, &words(14), (16, top + 10)).map_err(failed)?;
            top += HEAD as i32;
            let most = panel.bars.iter().map(|(_, value, _)| *value).fold(0.0, f64::max);
            for (server, value, shown) in &panel.bars {
                let part = if most > 0.0 { value / most } else { 0.0 };
                bar(&area, top, server, part, shown)?;
                top += ROW as i32;
            }
        }
        area.present().map_err(failed)?;
    }
    Ok(svg)
}

/// One bar at a height, as a part of the longest.
fn bar(area: &Area, top: i32, server: &str, part: f64, shown: &str) -> Result<()> {
    const LEFT: i32 = 130;
    const LONGEST: f64 = 520.0;
    const THICK: i32 = 16;
    let colour = colour(server);
    let right = LEFT + (part * LONGEST).round().max(1.0) as i32;
    let middle = top + THICK / 2;
    let name = (FONT, 14).into_font().color(&colour).pos(Pos::new(HPos::Right, VPos::Center));
    area.draw_text(server, &name, (LEFT - 10, middle)).map_err(failed)?;
    area.draw(&Rectangle::new([(LEFT, top), (right, top + THICK)], colour.filled()))
        .map_err(failed)?;
    let value = words(14).pos(Pos::new(HPos::Left, VPos::Center));
    area.draw_text(shown, &value, (right + 8, middle)).map_err(failed)
}

/// Errors of plotters carry borrowed types.
fn failed(why: impl std::fmt::Display) -> anyhow::Error {
    anyhow!("a plot: {why}")
}
